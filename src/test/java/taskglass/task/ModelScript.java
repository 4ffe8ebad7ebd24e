package taskglass.task;

import java.util.List;
import java.util.random.RandomGenerator;
import taskglass.task.ModelSession.ModelRun;
import taskglass.task.ToolCall.State;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.Fact;
import taskglass.task.run.PromptKind;

/** Writes what shall happen to one session, in the order in which real servers of both kinds were seen to do it. */
record ModelScript(ModelServer server, ModelSession session, RandomGenerator random) {
    private static final TaskError ABORTED = new TaskError("MessageAbortedError", "Aborted");
    private static final TaskError REFUSED = new TaskError("APIError", "no credit");

    void write() {
        then(() -> send(session.create(server.now())));
        int runs = random.nextInt(4);
        for (int i = 0; i < runs; i++) {
            beside();
            run();
            wakes();
        }
        beside();
        if (random.nextInt(10) == 0) {
            then(() -> server.delete(session));
        }
    }

    private void then(Runnable action) {
        session.script.add(action);
    }

    private void send(Fact... facts) {
        server.send(session, facts);
    }

    private void run() {
        then(() -> {
            prompt();
            session.runs.add(new ModelRun(session.prompt()));
        });
        then(this::busy);
        int steps = random.nextInt(5);
        for (int i = 0; i < steps; i++) {
            step();
            then(() -> send(session.answer().complete(server.now())));
            then(this::busy);
            if (random.nextInt(6) == 0) {
                compaction();
            }
        }
        open();
        end();
    }

    private void prompt() {
        asked(PromptKind.PROMPT);
    }

    private void asked(PromptKind kind) {
        session.messages.add(new ModelMessage(server.nextId(), "", server.now(), kind));
        send(
                session.touch(server.now()),
                session.prompt().info(),
                session.prompt().part());
    }

    /** Something that is no run: a person's command, which is busy before its message is there, or a summary. */
    private void beside() {
        if (random.nextInt(5) > 0) {
            return;
        }
        boolean command = random.nextBoolean();
        if (command) {
            then(this::busy);
        }
        then(() -> asked(command ? PromptKind.SHELL : PromptKind.SUMMARY));
        then(this::busy);
        open();
        if (command) {
            call();
        }
        then(() -> send(command ? session.answer().info() : session.answer().finish(AssistantMessage.SUMMARY)));
        then(() -> send(session.answer().complete(server.now())));
        then(this::rest);
    }

    private void rest() {
        session.busy = false;
        send(new Fact.Doing(Activity.idle()), new Fact.Doing(Activity.idle()));
    }

    /** A plugin or a server wakes the agent, which goes on with the same run. */
    private void wakes() {
        if (random.nextInt(5) > 0) {
            return;
        }
        PromptKind kind = random.nextBoolean() ? PromptKind.REMINDER : PromptKind.SYNTHETIC;
        then(() -> {
            if (session.runs.getLast().end == TaskStatus.COMPLETED) {
                List<Runnable> later = List.copyOf(session.script);
                session.script.clear();
                then(() -> asked(kind));
                then(this::busy);
                open();
                call();
                answered("stop", TaskStatus.COMPLETED);
                session.script.addAll(later);
            }
        });
    }

    /** In the midst of the work the server sums the session up, and goes on. */
    private void compaction() {
        then(() -> asked(PromptKind.COMPACTION));
        open();
        then(() -> send(session.answer().finish(AssistantMessage.SUMMARY)));
        then(() -> send(session.answer().complete(server.now())));
        then(() -> asked(PromptKind.SYNTHETIC));
    }

    private void busy() {
        session.busy = true;
        send(new Fact.Doing(Activity.busy()));
    }

    /** An assistant message up to its reason to stop; another prompt may come while it is open. */
    private void step() {
        open();
        int calls = random.nextInt(4);
        for (int i = 0; i < calls; i++) {
            call();
        }
        if (random.nextInt(8) == 0) {
            then(this::prompt);
        }
        then(() -> send(session.answer().finish("tool-calls")));
    }

    private void open() {
        then(() -> {
            session.messages.add(new ModelMessage(server.nextId(), session.prompt().id, server.now()));
            send(session.answer().info());
        });
        then(() -> send(session.touch(server.now()), session.prompt().info()));
    }

    private void call() {
        String part = "part-" + server.nextId();
        State last = random.nextInt(5) == 0 ? State.ERROR : State.COMPLETED;
        int again = random.nextInt(3);
        then(() -> send(session.answer().call(part, State.PENDING)));
        then(() -> send(session.answer().call(part, State.RUNNING)));
        for (int i = 0; i < again; i++) {
            then(() -> send(session.answer().call(part, State.RUNNING)));
        }
        then(() -> send(session.answer().call(part, last)));
    }

    private void end() {
        switch (random.nextInt(8)) {
            case 0 -> erred(REFUSED, TaskStatus.FAILED, false);
            case 1 -> {
                call();
                erred(ABORTED, TaskStatus.CANCELLED, session.old());
            }
            case 2 -> answered("tool-calls", TaskStatus.INTERRUPTED);
            case 3 -> deletedWhileRunning();
            case 4 -> leftOpen();
            default -> answered("stop", TaskStatus.COMPLETED);
        }
    }

    private void answered(String finish, TaskStatus end) {
        then(() -> send(session.answer().finish(finish)));
        then(() -> {
            // From here on its last message says so, though it may be deleted before it is idle.
            session.runs.getLast().end(end);
            send(session.answer().complete(server.now()));
        });
        then(() -> idle(end));
        then(() -> send(session.touch(server.now()), session.prompt().info()));
    }

    private void idle(TaskStatus end) {
        session.busy = false;
        session.runs.getLast().end(end);
        send(new Fact.Doing(Activity.idle()), new Fact.Doing(Activity.idle()));
    }

    /**
     * The error is told before idle or after it, and its message is closed after both: all within 3 ms, in which no
     * client looks twice.
     */
    private void erred(TaskError error, TaskStatus end, boolean idleFirst) {
        then(() -> {
            if (idleFirst) {
                idle(end);
            }
            send(new Fact.Erred(error));
            idle(end);
            send(session.answer().fail(server.now(), error));
            idle(end);
        });
    }

    /** Its provider's process was stopped: the message stays open for ever. */
    private void leftOpen() {
        call();
        then(() -> idle(TaskStatus.INTERRUPTED));
    }

    /** It stays busy for a while and tells of its end after it was deleted. */
    private void deletedWhileRunning() {
        if (random.nextInt(3) > 0) {
            answered("stop", TaskStatus.COMPLETED);
            return;
        }
        call();
        then(() -> server.delete(session));
    }

    /** What a deleted session still tells. */
    List<Runnable> lastEvents() {
        return List.of(() -> send(new Fact.Erred(ABORTED)), () -> {
            session.busy = false;
            send(new Fact.Doing(Activity.idle()), new Fact.Doing(Activity.idle()));
        });
    }
}
