package taskglass.bench.load;

import java.util.List;

/** Measured values, in order. */
record Quantiles(List<Double> values) {
    Quantiles {
        values = values.stream().sorted().toList();
    }

    int count() {
        return values.size();
    }

    /** The value that so large a part of all does not exceed; 0 without any. */
    double at(double part) {
        return values.isEmpty() ? 0 : values.get((int) Math.min(values.size() - 1, Math.floor(part * values.size())));
    }

    long above(double limit) {
        return values.stream().filter(value -> value > limit).count();
    }
}
