package taskglass.engine;

/**
 * Which of the two APIs of a 1.18 a session lives behind: another client makes it there, beside the app, and asks there
 * what has become of it.
 */
enum Api {
    V1 {
        @Override
        String asking() {
            return "steps=1 tool=write";
        }

        @Override
        String create(Rig rig, String title) {
            return rig.create(title);
        }

        @Override
        void prompt(Rig rig, String session, String script) {
            rig.prompt(session, script);
        }

        @Override
        boolean isDone(Rig rig, String session) {
            return !rig.server.get("/session/status").has(session)
                    && Truth.of(rig.messages(session), 0).finish().equals("stop");
        }

        @Override
        int toolCalls(Rig rig, String session) {
            return Truth.of(rig.messages(session), 0).toolCalls();
        }
    },
    V2 {
        @Override
        String asking() {
            return "steps=1 tool=webfetch";
        }

        @Override
        String create(Rig rig, String title) {
            return V2Sessions.of(rig.server).create();
        }

        @Override
        void prompt(Rig rig, String session, String script) {
            second(rig).prompt(session, script);
        }

        @Override
        boolean isDone(Rig rig, String session) {
            return !second(rig).isActive(session) && second(rig).finish(session).equals("stop");
        }

        @Override
        int toolCalls(Rig rig, String session) {
            return second(rig).toolCalls(session);
        }

        private static V2Sessions second(Rig rig) {
            return new V2Sessions(rig.server, rig.server.project());
        }
    };

    /** A script whose one call waits for a permission. */
    abstract String asking();

    abstract String create(Rig rig, String title);

    abstract void prompt(Rig rig, String session, String script);

    /** Whether the server's own word is that the session rests, and that its newest answer is a last one. */
    abstract boolean isDone(Rig rig, String session);

    /** How many calls the server's own messages hold of the session's latest run. */
    abstract int toolCalls(Rig rig, String session);
}
