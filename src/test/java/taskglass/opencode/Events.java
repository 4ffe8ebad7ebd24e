package taskglass.opencode;

/** Events of one session as 1.18 sends them. */
public final class Events {
    static final String SESSION = "ses_dfbdbbe16ffe5wHYURdBmnEGCm";

    private static final String MESSAGE = "msg_2042441fa001HdLeabhstWy5iG";
    private static final String PART = "prt_20424428a001QN9FPTQHS88EEv";

    private Events() {}

    public static String event(String type, String properties) {
        return """
            {"directory":"/home/dev/project","project":"global","payload":{"id":"evt_20424428b001k1pCuXgeRLYHUj",\
            "type":"%s","properties":%s}}\
            """.formatted(type, properties);
    }

    /** The double of an event that the stream sends for other OpenCodes. */
    public static String sync() {
        return """
            {"directory":"/home/dev/project","project":"global","payload":{"type":"sync","syncEvent":{"type":\
            "message.part.updated.1","seq":0,"aggregateID":"%s","data":{"sessionID":"%1$s"}}}}\
            """.formatted(SESSION);
    }

    public static String delta(String text) {
        return event("message.part.delta", """
            {"sessionID":"%s","messageID":"%s","partID":"%s","field":"text","delta":"%s"}\
            """.formatted(SESSION, MESSAGE, PART, text));
    }

    public static String status(String type) {
        return event("session.status", """
            {"sessionID":"%s","status":{"type":"%s"}}\
            """.formatted(SESSION, type));
    }

    public static String tool(String status, String output) {
        return part("""
            "type":"tool","tool":"bash","callID":"call_1","state":{"status":"%s","input":{"command":"ls -l"},\
            "title":"Lists files","time":{"start":1795365814761,"end":1795365814769},"output":"%s"},\
            """.formatted(status, output));
    }

    public static String text(String text) {
        return part("\"type\":\"text\",\"text\":\"%s\",".formatted(text));
    }

    private static String part(String content) {
        return event("message.part.updated", """
            {"sessionID":"%s","part":{%s"messageID":"%s","sessionID":"%1$s","id":"%s"},"time":1795365814772}\
            """.formatted(SESSION, content, MESSAGE, PART));
    }
}
