package taskglass.task.status;

import taskglass.task.run.AssistantMessage;
import taskglass.task.run.Run;

/** What the facts of a task show about who works on it and how far its latest run has come. */
public record RunEvidence(AgentTask task) {
    /** Whether its server is working on a run of it. A shell command of the user is not a run. */
    boolean atWork() {
        return task.activity().active() && task.history().lastSideMessage().isEmpty();
    }

    /** Whether its server is not working on it and was not seen working on its latest run. */
    public boolean foreign() {
        return task.activity().rests()
                && task.run()
                        .filter(run -> run.latest().at().isAfter(task.presence().owned()))
                        .isPresent();
    }

    /** Whether no message of its latest run is left open. */
    public boolean closed() {
        return task.run().flatMap(Run::last).map(AssistantMessage::closed).orElse(true);
    }

    /** Whether its only answer is empty, so that nothing shows that any process worked on it. */
    public boolean empty() {
        return task.run()
                .filter(run -> run.tools().exact() && run.tools().count() == 0)
                .filter(task.presence().ends()::partless)
                .isPresent();
    }

    /** Whether only a prompt of it is known. What became of that prompt was reported once, if at all. */
    public boolean unanswered() {
        return task.run().isEmpty() && task.launch().isEmpty() && task.history().waiting();
    }
}
