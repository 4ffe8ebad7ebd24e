package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A language model on loopback that does what its prompt says: an OpenAI-compatible chat completions endpoint whose
 * answers follow the {@link Script} in the last user message, so that a real OpenCode works through known tool calls.
 */
public final class ScriptedModel implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final AtomicInteger calls = new AtomicInteger();
    private final Gates gates = new Gates();

    public ScriptedModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", this::complete);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** The base URL to name in {@code opencode.json}. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** Gates by name: a script with {@code gate=NAME} waits in its last step until the gate is opened. */
    public Gates gates() {
        return gates;
    }

    @Override
    public void close() {
        gates.openAll();
        server.stop(0);
    }

    private void complete(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            Conversation conversation = Conversation.of(request);
            Script script = conversation.script();
            if (script.fail() > 0) {
                refuse(exchange, script.fail());
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            // A title or a summary is asked for without tools, and may quote the script of a prompt.
            boolean bare = request.path("tools").isEmpty();
            answer(exchange.getResponseBody(), bare ? Script.of("words=1") : script, conversation.stepsDone());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void answer(OutputStream out, Script script, int step) throws IOException, InterruptedException {
        boolean last = step >= script.steps();
        gates.await(step == 1 ? script.hold() : "");
        if (last) {
            gates.await(script.gate());
            sayWords(out, script);
            send(out, delta(JSON.createObjectNode()), "stop", script.tokens(step), 30);
        } else {
            write(out, "Working on step " + step + ". ");
            callTools(out, script, step);
            send(out, delta(JSON.createObjectNode()), "tool_calls", script.tokens(step), 20);
        }
        out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void sayWords(OutputStream out, Script script) throws IOException, InterruptedException {
        for (int i = 0; i < script.think(); i++) {
            send(out, delta(JSON.createObjectNode().put("reasoning_content", "thought " + i + " ")), null, 0, 0);
        }
        for (int i = 0; i < script.wordCount(); i++) {
            gates.await(i == 1 ? script.pause() : "");
            write(out, script.text() + " " + i + " ");
            Thread.sleep(script.delay());
        }
    }

    private void write(OutputStream out, String text) throws IOException {
        send(out, delta(JSON.createObjectNode().put("content", text)), null, 0, 0);
    }

    private void callTools(OutputStream out, Script script, int step) throws IOException {
        List<Script.Call> wanted = script.callsOf(step);
        for (int i = 0; i < wanted.size(); i++) {
            Script.Call call = wanted.get(i);
            ObjectNode node = JSON.createObjectNode();
            ObjectNode tool = node.putArray("tool_calls").addObject();
            tool.put("index", i).put("id", "call_" + calls.incrementAndGet()).put("type", "function");
            tool.putObject("function").put("name", call.tool()).put("arguments", call.arguments());
            send(out, delta(node), null, 0, 0);
        }
    }

    private static ObjectNode delta(ObjectNode content) {
        return content.put("role", "assistant");
    }

    private static void send(OutputStream out, ObjectNode delta, String finish, int tokensIn, int tokensOut)
            throws IOException {
        ObjectNode chunk = JSON.createObjectNode();
        chunk.put("id", "chatcmpl-lab").put("object", "chat.completion.chunk").put("created", 0);
        chunk.put("model", "scripted");
        ObjectNode choice = chunk.putArray("choices").addObject();
        choice.put("index", 0).put("finish_reason", finish).set("delta", delta);
        if (finish != null) {
            chunk.putObject("usage")
                    .put("prompt_tokens", tokensIn)
                    .put("completion_tokens", tokensOut)
                    .put("total_tokens", tokensIn + tokensOut);
        }
        out.write(("data: " + JSON.writeValueAsString(chunk) + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error").put("message", "scripted failure " + status).put("type", "scripted");
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
