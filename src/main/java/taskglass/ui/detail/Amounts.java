package taskglass.ui.detail;

import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Numbers of tokens and sums of money as a person reads them. */
final class Amounts {
    private Amounts() {}

    /** {@code 950}, {@code 18K}, {@code 1.2M}, as the locale has it. */
    static String tokens(long count) {
        NumberFormat brief = NumberFormat.getCompactNumberInstance(Locale.getDefault(), NumberFormat.Style.SHORT);
        brief.setMaximumFractionDigits(count >= 1_000_000 ? 1 : 0);
        return brief.format(count);
    }

    /** Costs are in dollars, wherever the reader is. */
    static String dollars(double cost) {
        NumberFormat money = NumberFormat.getCurrencyInstance(Locale.getDefault());
        money.setCurrency(Currency.getInstance("USD"));
        money.setMaximumFractionDigits(2);
        return money.format(cost);
    }
}
