package taskglass.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Plays one story in one session, step by step, until it ends or is stopped. */
final class Actor {
    private static final double THOUGHT_SECONDS = 1.6;

    private final World world;
    private final Session session;
    private final Story story;
    private final Catalogue.Model model;
    private final Pen pen;
    private final Voice voice;
    private final Tools tools;
    private final Deque<Step> ahead = new ArrayDeque<>();
    private final Deque<Runnable> queued = new ArrayDeque<>();
    private Runnable whenDone = () -> {};
    private boolean stopped;

    Actor(World world, Session session, Story story) {
        this.world = world;
        this.session = session;
        this.story = story;
        this.model = Catalogue.model(story.model());
        this.pen = new Pen(world, session);
        this.voice = new Voice(this, pen);
        this.tools = new Tools(this, pen);
        ahead.addAll(story.steps());
    }

    World world() {
        return world;
    }

    Session session() {
        return session;
    }

    Story story() {
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
    String said() {
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
        Optional<Step> step = Optional.ofNullable(ahead.poll());
        step.ifPresentOrElse(now -> play(now, this::next), this::finish);
    }

    private void play(Step step, Runnable then) {
        if (!pen.isOpen() || step instanceof Step.Say) {
            pen.open(story.agent(), model);
        }
        switch (step) {
            case Step.Say(String words) -> voice.say(words, then);
            case Step.Plan(List<String> plan) -> tools.plan(plan, then);
            case Step.Done(int done) -> tools.tick(done, then);
            case Step.Call call -> tools.call(call, then);
            case Step.Together(List<Step> steps) -> together(steps, then);
            case Step.Question question -> tools.question(question, then);
            case Step.Delegate(Story part) -> tools.delegate(part, then);
            case Step.Retry retry -> retry(retry, 1, then);
            case Step.Fail(String sentence) -> fail(sentence);
            case Step.Leave _ -> leave();
            case Step.Cancel _ -> abort();
            case Step.Repeat(int times, List<Step> steps) -> {
                pen.close("tool-calls");
                repeat(times, steps);
                then.run();
            }
        }
    }

    private void together(List<Step> steps, Runnable then) {
        int[] left = {steps.size()};
        for (Step step : steps) {
            play(step, () -> {
                if (--left[0] == 0) {
                    then.run();
                }
            });
        }
    }

    private void repeat(int times, List<Step> steps) {
        if (times > 1) {
            ahead.addFirst(new Step.Repeat(times - 1, steps));
        }
        steps.reversed().forEach(ahead::addFirst);
    }

    private void retry(Step.Retry retry, int attempt, Runnable then) {
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
            world.children(session).forEach(child -> child.actor().ifPresent(Actor::abort));
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
