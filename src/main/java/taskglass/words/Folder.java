package taskglass.words;

/** A directory's path as a person reads it: the home directory is {@code ~}, the last segment is its name. */
public record Folder(String path) {
    private static final String HOME = System.getProperty("user.home");

    /** Takes what a person typed: {@code ~} is the home directory. */
    public static Folder typed(String text) {
        String path = text.strip();
        return new Folder(path.equals("~") || path.startsWith("~/") ? HOME + path.substring(1) : path);
    }

    /** As a person reads it. */
    public String shown() {
        boolean atHome = path.equals(HOME) || path.startsWith(HOME + "/");
        return atHome && HOME.length() > 1 ? "~" + path.substring(HOME.length()) : path;
    }

    /** All but the name, with the slash that parts them. */
    public String lead() {
        return shown().substring(0, cut());
    }

    public String name() {
        return shown().substring(cut());
    }

    private int cut() {
        return shown().lastIndexOf('/') + 1;
    }
}
