package taskglass.task;

/** A model as OpenCode names it: the provider, and the provider's id of the model. */
public record ModelRef(String provider, String id) {
    @Override
    public String toString() {
        return provider + "/" + id;
    }
}
