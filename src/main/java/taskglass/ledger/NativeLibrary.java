package taskglass.ledger;

/**
 * Where SQLite's native library is unpacked if no package brought it. Beside the ledger: the system's folder for
 * temporary files may forbid running code.
 */
final class NativeLibrary {
    private NativeLibrary() {}

    static void unpackBeside(LedgerFile file) {
        if (System.getProperty("org.sqlite.lib.path") == null && System.getProperty("org.sqlite.tmpdir") == null) {
            System.setProperty("org.sqlite.tmpdir", file.folder().toString());
        }
    }
}
