package taskglass.engine.transcript;

import java.util.List;
import taskglass.task.transcript.Part;
import taskglass.task.transcript.Part.Call;
import taskglass.task.transcript.Part.Text;

/** The parts of a transcript by their kind, for tests on the JavaFX thread. */
final class TranscriptParts {
    private TranscriptParts() {}

    static List<Text> texts(LiveTranscript transcript) {
        return parts(transcript, Text.class);
    }

    static List<Call> calls(LiveTranscript transcript) {
        return parts(transcript, Call.class);
    }

    private static <T extends Part> List<T> parts(LiveTranscript transcript, Class<T> kind) {
        return transcript.log().parts().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
