package taskglass.text;

/** A directory path as shown to the user: the home directory is {@code ~}, and the last segment is the name. */
public record FolderName(String path) {
    private static final String HOME = System.getProperty("user.home");

    /** Reads a path that the user typed, in which {@code ~} is the home directory. */
    public static FolderName typed(String text) {
        String path = text.strip();
        return new FolderName(path.equals("~") || path.startsWith("~/") ? HOME + path.substring(1) : path);
    }

    /** As a person reads it. */
    public String shown() {
        boolean atHome = path.equals(HOME) || path.startsWith(HOME + "/");
        return atHome && HOME.length() > 1 ? "~" + path.substring(HOME.length()) : path;
    }

    /** Everything before the name, including the slash. */
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
