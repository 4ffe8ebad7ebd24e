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

    private final DemoSessions world;
    private final DemoSession session;
    private final DemoStory story;
    private final DemoModels.Model model;
    private final MessageWriter pen;
    private final TextStreamer voice;
    private final DemoTools tools;
    private final Deque<StoryStep> ahead = new ArrayDeque<>();
    private final Deque<Runnable> queued = new ArrayDeque<>();
    private Runnable whenDone = () -> {};
    private boolean stopped;

    ScriptedAgent(DemoSessions world, DemoSession session, DemoStory story) {
        this.world = world;
        this.session = session;
        this.story = story;
        this.model = DemoModels.model(story.model());
        this.pen = new MessageWriter(world, session);
        this.voice = new TextStreamer(this, pen);
        this.tools = new DemoTools(this, pen);
        ahead.addAll(story.steps());
    }

    DemoSessions world() {
        return world;
    }

    DemoSession session() {
        return session;
    }

    DemoStory story() {
        return story;
    }

    /** Writes the prompt and starts working. Runs {@code done} when the work has finished, however it ends. */
    void begin(ArrayNode parts, Runnable done) {
        whenDone = done;
        session.actor(Optional.of(this));
        pen.prompt(parts, story.agent(), model);
        world.busy(session);
        after(THOUGHT_SECONDS, this::next);
    }

    /** Adds what starts when this story is done, usually another prompt. */
    void queue(Runnable after) {
        queued.add(after);
    }

    static ArrayNode text(String words) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        parts.addObject().put("type", "text").put("text", words);
        return parts;
    }

    /** The last text it wrote: the report of a subagent. */
    String lastText() {
        return voice.last();
    }

    /** Runs an action later, unless the actor has been stopped by then. */
    void after(double seconds, Runnable act) {
        world.time().after(seconds, () -> {
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

    private void play(StoryStep step, Runnable then) {
        if (!pen.isOpen() || step instanceof StoryStep.Say) {
            pen.open(story.agent(), model);
        }
        switch (step) {
            case StoryStep.Say(String words) -> voice.say(words, then);
            case StoryStep.Plan(List<String> plan) -> tools.plan(plan, then);
            case StoryStep.Done(int done) -> tools.tick(done, then);
            case StoryStep.Call call -> tools.call(call, then);
            case StoryStep.Together(List<StoryStep> steps) -> together(steps, then);
            case StoryStep.Question question -> tools.question(question, then);
            case StoryStep.Delegate(DemoStory part) -> tools.delegate(part, then);
            case StoryStep.Retry retry -> retry(retry, 1, then);
            case StoryStep.Fail(String sentence) -> fail(sentence);
            case StoryStep.Leave _ -> leave();
            case StoryStep.Cancel _ -> abort();
            case StoryStep.Repeat(int times, List<StoryStep> steps) -> {
                pen.close("tool-calls");
                repeat(times, steps);
                then.run();
            }
        }
    }

    private void together(List<StoryStep> steps, Runnable then) {
        int[] left = {steps.size()};
        for (StoryStep step : steps) {
            play(step, () -> {
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
            world.busy(session);
            after(THOUGHT_SECONDS, then);
            return;
        }
        ObjectNode status = JsonNodeFactory.instance.objectNode().put("type", "retry");
        status.put("attempt", attempt).put("message", retry.retry());
        status.put("next", world.time().millis() + Math.round(retry.pause() * 1000));
        world.status(session, Optional.of(status));
        after(retry.pause(), () -> retry(retry, attempt + 1, then));
    }

    private void finish() {
        pen.close("stop");
        rest();
    }

    private void fail(String sentence) {
        pen.fail("APIError", sentence);
        rest();
    }

    /** Stops as if the server had been killed: nothing in progress is ever closed. */
    private void leave() {
        rest();
    }

    /** Ends at the current step, because the user has rejected a request. */
    void giveUp() {
        pen.close("tool-calls");
        rest();
    }

    /** Stops this actor and all its subagents. */
    void abort() {
        if (!stopped) {
            world.children(session).forEach(child -> child.actor().ifPresent(ScriptedAgent::abort));
            tools.abort();
            pen.fail("MessageAbortedError", "Aborted");
            rest();
        }
    }

    private void rest() {
        stopped = true;
        session.actor(Optional.empty());
        world.asks().forget(session);
        if (queued.isEmpty()) {
            world.status(session, Optional.empty());
        }
        whenDone.run();
        Optional.ofNullable(queued.poll()).ifPresent(Runnable::run);
        session.actor().ifPresent(next -> next.queued.addAll(queued));
    }
}
