package taskglass.bench.load;

import java.util.List;

/** Measured values, sorted. */
record Quantiles(List<Double> values) {
    Quantiles {
        values = values.stream().sorted().toList();
    }

    int count() {
        return values.size();
    }

    /** The value that this fraction of all values does not exceed; 0 if there are none. */
    double at(double part) {
        return values.isEmpty() ? 0 : values.get((int) Math.min(values.size() - 1, Math.floor(part * values.size())));
    }

    long above(double limit) {
        return values.stream().filter(value -> value > limit).count();
    }
}
