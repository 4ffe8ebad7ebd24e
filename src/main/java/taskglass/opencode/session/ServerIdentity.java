package taskglass.opencode.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.v2.V2Info;
import taskglass.opencode.wire.SessionWire;
import taskglass.task.Trouble;

/** Determines what a server is: OpenCode of some version, one too old to be watched, or something else. */
record ServerIdentity(Http http) {
    /**
     * Exists since some version after 1.2.6. Without it there is no way to find out in which directories a server has
     * sessions.
     */
    private static final String NEEDED = "/experimental/session";

    private static final Pattern MINOR = Pattern.compile("1\\.(\\d{1,4})\\..*");

    private static final int NOT_FOUND = 404;

    /** Earlier 1.x versions forward unknown paths to a website, which is slow and reveals nothing. */
    private static final int FIRST_MINOR_WITH_V2 = 16;

    /** Any server may answer JSON, and OpenCode itself answers unknown paths with an HTML page. */
    Protocol protocol() throws ServerTrouble {
        try {
            JsonNode health = http.probe("/global/health");
            String version = health.path("version").asText();
            if (health.path("healthy").isBoolean() && !version.isEmpty()) {
                return new Protocol(version, true, mayHaveV2(version) && hasV2());
            }
        } catch (ServerTrouble trouble) {
            return second(explained(trouble));
        }
        return second(new ServerTrouble(new Trouble.NotOpenCode("JSON that is not OpenCode's")));
    }

    /** 2.x uses other paths. If nothing is found there, the first failure is reported. */
    private Protocol second(ServerTrouble first) throws ServerTrouble {
        boolean answers = first.trouble() instanceof Trouble.NotOpenCode || first.trouble() instanceof Trouble.Refused;
        if (!answers) {
            throw first;
        }
        for (String path : V2Info.PATHS) {
            Optional<String> version = version(path, first);
            if (version.isPresent()) {
                return new Protocol(version.get(), false, true);
            }
        }
        throw first;
    }

    /** Returns the version reported at a path. Empty if another path may report it. */
    private Optional<String> version(String path, ServerTrouble first) throws ServerTrouble {
        try {
            JsonNode info = http.probe(path);
            Optional<String> version = SessionWire.text(info.path("version"))
                    .or(() -> info.has("healthy") ? Optional.of("2") : Optional.empty());
            // Many servers report their health, and few report their process with it. Only OpenCode lists its sessions.
            return version.isPresent() && (info.has("pid") || hasV2()) ? version : Optional.empty();
        } catch (ServerTrouble second) {
            if (second.trouble() instanceof Trouble.Unauthorised) {
                throw second;
            }
            boolean absent = second.trouble() instanceof Trouble.Refused refused && refused.status() == NOT_FOUND;
            boolean moved = absent || second.trouble() instanceof Trouble.NotOpenCode;
            if (moved) {
                return Optional.empty();
            }
            throw first;
        }
    }

    private static boolean mayHaveV2(String version) {
        Matcher minor = MINOR.matcher(version);
        return !minor.matches() || Integer.parseInt(minor.group(1)) >= FIRST_MINOR_WITH_V2;
    }

    /** A probe without an answer proves nothing: the server is asked again, or its V2 sessions would stay unknown. */
    private boolean hasV2() throws ServerTrouble {
        try {
            return http.probe("/api/session/active").path("data").isObject();
        } catch (ServerTrouble trouble) {
            if (trouble.trouble() instanceof Trouble.NoAnswer) {
                throw trouble;
            }
            return false;
        }
    }

    /** Returns the trouble, or its cause: old servers answer unknown paths with error 500 or with a website's page. */
    ServerTrouble explained(ServerTrouble trouble) {
        boolean mayBeOld =
                trouble.trouble() instanceof Trouble.Refused || trouble.trouble() instanceof Trouble.NotOpenCode;
        return mayBeOld && describesItselfWithoutTheNeeded() ? new ServerTrouble(new Trouble.TooOld()) : trouble;
    }

    /** OpenCode has always described its own paths, under this title. */
    private boolean describesItselfWithoutTheNeeded() {
        try {
            JsonNode description = http.probe("/doc");
            return description.at("/info/title").asText().equals("opencode")
                    && !description.path("paths").has(NEEDED);
        } catch (ServerTrouble nothingToReadHere) {
            return false;
        }
    }
}
