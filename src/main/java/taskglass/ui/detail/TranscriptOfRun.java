package taskglass.ui.detail;

import java.util.List;
import java.util.Optional;
import taskglass.engine.transcript.LiveTranscript;
import taskglass.task.run.Run;
import taskglass.task.transcript.Part.Call;
import taskglass.task.transcript.Turn;
import taskglass.task.transcript.TurnError;

/** The part of a transcript that belongs to the latest run. Without a known run, it is the whole transcript. */
record TranscriptOfRun(LiveTranscript transcript, Optional<Run> run) {
    /** The id of the prompt that started the run, if known. */
    Optional<String> begun() {
        return run.map(known -> known.first().id()).filter(id -> !id.isEmpty());
    }

    /** Reads older pages until the run's first prompt is known. */
    void reachBegin() {
        begun().ifPresent(transcript::reach);
    }

    List<Call> calls() {
        String from = from();
        return transcript.log().parts().stream()
                .filter(part -> part.place().message().compareTo(from) >= 0)
                .filter(Call.class::isInstance)
                .map(Call.class::cast)
                .toList();
    }

    /** The text of the first prompt; empty while it is not known. */
    Optional<String> prompt() {
        return prompts().stream()
                .findFirst()
                .map(turn -> Result.text(transcript.log(), turn))
                .filter(text -> !text.isEmpty());
    }

    /** The ids of its prompts, for a request about what their answers changed. */
    List<String> promptIds() {
        List<Turn> known = prompts();
        return known.isEmpty()
                ? begun().stream().toList()
                : known.stream().map(Turn::id).toList();
    }

    /** The error of its last message that has one. */
    Optional<TurnError> error() {
        String from = from();
        return transcript.log().turns().stream()
                .filter(turn -> turn.id().compareTo(from) >= 0)
                .flatMap(turn -> turn.error().stream())
                .reduce((before, after) -> after);
    }

    private List<Turn> prompts() {
        String from = from();
        return transcript.log().turns().stream()
                .filter(turn -> turn.prompt() && turn.id().compareTo(from) >= 0)
                .toList();
    }

    private String from() {
        return begun().orElse("");
    }
}
