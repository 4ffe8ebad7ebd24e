package taskglass.text;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/** Formats numbers, money and times for the user's locale. */
public final class Amounts {
    private static final Currency DOLLARS = Currency.getInstance("USD");

    private Amounts() {}

    /** Formats dollars, the currency in which servers count: "$1.84" or "1,84 $". */
    public static String money(double dollars) {
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.getDefault());
        format.setCurrency(DOLLARS);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(dollars);
    }

    /** Formats a count in few characters: "412K", "1.2M". */
    public static String brief(long number) {
        NumberFormat format = NumberFormat.getCompactNumberInstance(Locale.getDefault(), NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(number < 10_000_000 && number >= 1_000_000 ? 1 : 0);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    public static String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.getDefault()).format(number);
    }

    /** Formats the time of day, preceded by the date unless it is today. */
    public static String time(Instant at, Instant now, ZoneId zone) {
        ZonedDateTime dateTime = at.atZone(zone);
        boolean today = dateTime.toLocalDate().equals(LocalDate.ofInstant(now, zone));
        DateTimeFormatter format = today
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT);
        return dateTime.format(format.withLocale(Locale.getDefault()));
    }
}
