package taskglass.task;

/** A model as OpenCode names it: the provider and the model's id there. */
public record ModelRef(String provider, String id) {
    @Override
    public String toString() {
        return provider + "/" + id;
    }
}
