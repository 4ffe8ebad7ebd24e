package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import taskglass.task.SavedPermission;
import taskglass.task.ServerId;

/** What a server of 2.x has stored as always allowed, by project. */
record V2Permissions(Http http, ServerId server) {
    private static final String PATH = "/api/permission/saved";

    List<SavedPermission> stored(String directory) throws ServerTrouble {
        return http.get(PATH, RegistryV2.in(directory))
                .path("data")
                .valueStream()
                .map(rule -> rule(directory, rule))
                .toList();
    }

    private SavedPermission rule(String directory, JsonNode rule) {
        return new SavedPermission(
                server,
                directory,
                rule.path("id").asText(),
                rule.path("projectID").asText(),
                rule.path("action").asText(),
                rule.path("resource").asText());
    }

    void revoke(SavedPermission rule) throws ServerTrouble {
        http.delete(PATH + "/" + rule.id(), RegistryV2.in(rule.directory()));
    }
}
