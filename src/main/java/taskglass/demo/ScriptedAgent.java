package taskglass.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Plays one story in one session, step by step, until it ends or is stopped. */
final class ScriptedAgent {
    private static final double THOUGHT_SECONDS = 1.6;

    private final DemoSessions demoSessions;
    private final DemoSession demoSession;
    private final DemoStory demoStory;
    private final DemoModels.Model model;
    private final MessageWriter messageWriter;
    private final TextStreamer textStreamer;
    private final DemoTools demoTools;
    private final Deque<StoryStep> ahead = new ArrayDeque<>();
    private final Deque<Runnable> queued = new ArrayDeque<>();
    private Runnable whenDone = () -> {};
    private boolean stopped;

    ScriptedAgent(DemoSessions demoSessions, DemoSession demoSession, DemoStory demoStory) {
        this.demoSessions = demoSessions;
        this.demoSession = demoSession;
        this.demoStory = demoStory;
        this.model = DemoModels.model(demoStory.model());
        this.messageWriter = new MessageWriter(demoSessions, demoSession);
        this.textStreamer = new TextStreamer(this, messageWriter);
        this.demoTools = new DemoTools(this, messageWriter);
        ahead.addAll(demoStory.steps());
    }

    DemoSessions world() {
        return demoSessions;
    }

    DemoSession session() {
        return demoSession;
    }

    DemoStory story() {
        return demoStory;
    }

    /** Writes the prompt and starts working. Runs {@code done} when the work has finished, however it ends. */
    void begin(ArrayNode parts, Runnable done) {
        whenDone = done;
        demoSession.actor(Optional.of(this));
        messageWriter.prompt(parts, demoStory.agent(), model);
        demoSessions.busy(demoSession);
        after(THOUGHT_SECONDS, this::next);
    }

    /** Adds what starts when this story is done, usually another prompt. */
    void queue(Runnable after) {
        queued.add(after);
    }

    static ArrayNode text(String text) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        parts.addObject().put("type", "text").put("text", text);
        return parts;
    }

    /** The last text it wrote: the report of a subagent. */
    String lastText() {
        return textStreamer.last();
    }

    /** Runs an action later, unless the actor has been stopped by then. */
    void after(double seconds, Runnable act) {
        demoSessions.time().after(seconds, () -> {
            if (!stopped) {
                act.run();
            }
        });
    }

    private void next() {
        if (stopped) {
            return;
        }
        Optional<StoryStep> step = Optional.ofNullable(ahead.poll());
        step.ifPresentOrElse(now -> play(now, this::next), this::finish);
    }

    private void play(StoryStep storyStep, Runnable then) {
        if (!messageWriter.isOpen() || storyStep instanceof StoryStep.Say) {
            messageWriter.open(demoStory.agent(), model);
        }
        switch (storyStep) {
            case StoryStep.Say(String text) -> textStreamer.write(text, then);
            case StoryStep.Plan(List<String> plan) -> demoTools.plan(plan, then);
            case StoryStep.Done(int done) -> demoTools.tick(done, then);
            case StoryStep.Call call -> demoTools.call(call, then);
            case StoryStep.Together(List<StoryStep> steps) -> together(steps, then);
            case StoryStep.Question question -> demoTools.question(question, then);
            case StoryStep.Delegate(DemoStory part) -> demoTools.delegate(part, then);
            case StoryStep.Retry retry -> retry(retry, 1, then);
            case StoryStep.Fail(String sentence) -> fail(sentence);
            case StoryStep.Leave _ -> leave();
            case StoryStep.Cancel _ -> abort();
            case StoryStep.Repeat(int times, List<StoryStep> steps) -> {
                messageWriter.close("tool-calls");
                repeat(times, steps);
                then.run();
            }
        }
    }

    private void together(List<StoryStep> steps, Runnable then) {
        int[] left = {steps.size()};
        for (StoryStep storyStep : steps) {
            play(storyStep, () -> {
                if (--left[0] == 0) {
                    then.run();
                }
            });
        }
    }

    private void repeat(int times, List<StoryStep> steps) {
        if (times > 1) {
            ahead.addFirst(new StoryStep.Repeat(times - 1, steps));
        }
        steps.reversed().forEach(ahead::addFirst);
    }

    private void retry(StoryStep.Retry retry, int attempt, Runnable then) {
        if (attempt > retry.times()) {
            demoSessions.busy(demoSession);
            after(THOUGHT_SECONDS, then);
            return;
        }
        ObjectNode status = JsonNodeFactory.instance.objectNode().put("type", "retry");
        status.put("attempt", attempt).put("message", retry.retry());
        status.put("next", demoSessions.time().millis() + Math.round(retry.pause() * 1000));
        demoSessions.status(demoSession, Optional.of(status));
        after(retry.pause(), () -> retry(retry, attempt + 1, then));
    }

    private void finish() {
        messageWriter.close("stop");
        rest();
    }

    private void fail(String sentence) {
        messageWriter.fail("APIError", sentence);
        rest();
    }

    /** Stops as if the server had been killed: nothing in progress is ever closed. */
    private void leave() {
        rest();
    }

    /** Ends at the current step, because the user has rejected a request. */
    void giveUp() {
        messageWriter.close("tool-calls");
        rest();
    }

    /** Stops this actor and all its subagents. */
    void abort() {
        if (!stopped) {
            demoSessions.children(demoSession).forEach(child -> child.actor().ifPresent(ScriptedAgent::abort));
            demoTools.abort();
            messageWriter.fail("MessageAbortedError", "Aborted");
            rest();
        }
    }

    private void rest() {
        stopped = true;
        demoSession.actor(Optional.empty());
        demoSessions.asks().forget(demoSession);
        if (queued.isEmpty()) {
            demoSessions.status(demoSession, Optional.empty());
        }
        whenDone.run();
        Optional.ofNullable(queued.poll()).ifPresent(Runnable::run);
        demoSession.actor().ifPresent(next -> next.queued.addAll(queued));
    }
}
