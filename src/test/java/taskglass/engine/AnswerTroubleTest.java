package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.FaultProxy;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.task.TaskStatus;
import taskglass.task.Trouble;
import taskglass.task.request.Answer;
import taskglass.task.request.AnswerState;
import taskglass.task.request.Attention;

/** Answers that meet a faulty connection to a real server: each is said, and can be given again. */
@NeedsOpenCode
class AnswerTroubleTest {
    private static final FaultProxy.Answer NOT_FOUND =
            new FaultProxy.Answer(404, "application/json", "{\"name\":\"NotFoundError\"}");
    private static final FaultProxy.Answer YES = new FaultProxy.Answer(200, "application/json", "true");

    private FaultRig faults;
    private String session;

    @BeforeEach
    void ask() throws IOException {
        faults = new FaultRig();
        session = faults.rig.create("an answer in trouble");
        faults.rig.prompt(session, "steps=1 tool=write");
        faults.rig.awaitStatus(session, TaskStatus.NEEDS_YOU);
    }

    @AfterEach
    void close() {
        faults.proxy.answerAsTheServerDoes();
        faults.rig.cancel(session);
        faults.close();
    }

    @Test
    void aRefusedAnswerSaysWhyAndCanBeGivenAgain() {
        replies(FaultProxy.Answer.BROKEN);
        answer();
        awaitAnswering(new AnswerState.Failed(new Trouble.Refused(500, "UnknownError")));
        faults.proxy.answerAsTheServerDoes();
        answer();
        faults.rig.awaitStatus(session, TaskStatus.COMPLETED);
    }

    @Test
    void anAnswerToAServerThatIsAwaySaysSo() throws IOException {
        faults.proxy.refuse();
        answer();
        awaitAnswering(new AnswerState.Failed(new Trouble.NoAnswer("connection refused")));
        faults.proxy.accept();
        answer();
        faults.rig.awaitStatus(session, TaskStatus.COMPLETED);
    }

    @Test
    void anAnswerThatTheServerTakesAndDoesNotActOnIsReportedAsSuch() {
        replies(YES);
        answer();
        awaitAnswering(new AnswerState.Ignored());
        assertThat(faults.rig.task(session).status()).isEqualTo(TaskStatus.NEEDS_YOU);
    }

    /** Somebody else was first, and the listing is about to say so. */
    @Test
    void anAnswerToARequestThatIsNotFoundWaitsForTheListing() {
        replies(NOT_FOUND);
        answer();
        awaitAnswering(new AnswerState.Ignored());
    }

    private void replies(FaultProxy.Answer answer) {
        faults.proxy.answer(path -> path.endsWith("/reply"), answer);
    }

    private void answer() {
        FxThread.ask(() -> {
            give();
            return true;
        });
    }

    private void give() {
        String request = faults.rig
                .engine
                .store()
                .find(faults.rig.key(session))
                .orElseThrow()
                .attention()
                .getFirst()
                .id();
        faults.rig.engine.answer(faults.rig.key(session), request, new Answer.Once());
    }

    private void awaitAnswering(AnswerState wanted) {
        Await.until("the answer is " + wanted, () -> answering().equals(Optional.of(wanted)));
    }

    private Optional<AnswerState> answering() {
        return faults.rig.task(session).attention().stream().findFirst().map(Attention::answering);
    }
}
