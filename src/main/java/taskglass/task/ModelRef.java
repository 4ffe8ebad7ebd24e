package taskglass.task;

import java.util.Optional;

/** A model as OpenCode names it: the provider, and the provider's id of the model. */
public record ModelRef(String provider, String id) {
    /** Parses {@code provider/model}. The model's own id may contain slashes. */
    public static Optional<ModelRef> parse(String name) {
        int slash = name.indexOf('/');
        boolean both = slash > 0 && slash < name.length() - 1;
        return both ? Optional.of(new ModelRef(name.substring(0, slash), name.substring(slash + 1))) : Optional.empty();
    }

    @Override
    public String toString() {
        return provider + "/" + id;
    }
}
