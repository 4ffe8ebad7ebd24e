package taskglass.ui;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;

/** An OpenCode of 1.2 with a session that asks and one that failed, all of whose words have controls and overrides in them. */
public final class HostileServer extends Dispatcher {
    /** As JSON: an override, a nought and an isolate; {@code #} stands for it in what the server answers. */
    private static final String HOSTILE = "\\u202egnp\\u0000\\u2066";

    /** What is old is not asked about. */
    private static final long NOW = Clock.systemUTC().millis();

    private static final String SESSIONS = Stream.of(1, 2)
            .map(i -> "{'id':'ses_" + i + "','title':'Task #','directory':'/home/dev/#','agent':'agent #','model':"
                    + "{'providerID':'p #','id':'m #'},'time':{'created':~,'updated':" + (NOW - i) + "}}")
            .collect(Collectors.joining(",", "[", "]"));

    private static final String PROMPT = "{'info':{'id':'msg_1','role':'user','agent':'agent"
        + " #','sessionID':'ses_1','time':{'created':~}},'parts':[{'id':'prt_1','sessionID':'ses_1','messageID':'msg_1','type':'text','text':'prompt"
        + " #'}]}";

    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("/global/health", "{'healthy':true,'version':'1.2.27 #'}"),
            Map.entry("/experimental/session", SESSIONS),
            Map.entry("/session/status", "{'ses_1':{'type':'busy'}}"),
            Map.entry(
                    "/permission",
                    "[{'id':'per_1','sessionID':'ses_1','permission':'perm #','patterns':['rm #'],'always':['rm # *'],"
                            + "'metadata':{'command':'rm #','description':'d #'}},{'id':'per_2','sessionID':'ses_1',"
                            + "'permission':'edit','patterns':['src/#'],'always':['*'],'metadata':{'filepath':'src/#',"
                            + "'diff':'@@ -1 +1 @@\\n-a\\n+if #'}}]"),
            Map.entry(
                    "/question",
                    "[{'id':'que_1','sessionID':'ses_1','questions':[{'question':'q #','header':'h #','options':"
                            + "[{'label':'o #','description':'e #'}]}]}]"),
            Map.entry("/session/ses_1/message", "[" + PROMPT + "," + answer("1", "'time':{'created':~}") + "]"),
            Map.entry(
                    "/session/ses_2/message",
                    "[" + PROMPT.replace("ses_1", "ses_2") + ","
                            + answer(
                                    "2",
                                    "'finish':'stop','time':{'created':~,'completed':~},'error':"
                                            + "{'name':'APIError #','data':{'message':'error #'}}")
                            + "]"),
            Map.entry("/session/ses_1/todo", "[{'content':'todo #','status':'pending','priority':'high','id':'1'}]"),
            Map.entry(
                    "/session/ses_1/diff",
                    "[{'file':'src/#','before':'','after':'if #','patch':'+if #','additions':1,"
                            + "'deletions':0,'status':'modified'}]"),
            Map.entry(
                    "/agent", "[{'name':'agent #','mode':'mode #','description':'d #','permission':[],'options':{}}]"),
            Map.entry(
                    "/config/providers",
                    "{'providers':[{'id':'p #','name':'n #','models':{'m #':{'id':'m #','name':'n #'}}}],'default':{'p"
                            + " #':'m #'}}"),
            Map.entry("/config", "{'model':'p #/m #'}"),
            Map.entry("/path", "{'directory':'/home/dev/#'}"));

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        String body = ANSWERS.getOrDefault(path, "{'message':'none #'}");
        return new MockResponse(
                ANSWERS.containsKey(path) ? 200 : 404,
                Headers.of("Content-Type", "application/json"),
                body.replace('\'', '"').replace("#", HOSTILE).replace("~", String.valueOf(NOW)));
    }

    private static String answer(String session, String end) {
        return "{'info':{'id':'msg_2','role':'assistant','sessionID':'ses_" + session + "','parentID':'msg_1',"
                + "'modelID':'m #','providerID':'p #','agent':'agent #','mode':'agent #'," + end + "},'parts':"
                + "[{'id':'prt_2','sessionID':'ses_" + session + "','messageID':'msg_2','type':'tool','callID':'c"
                + " #','tool':'tool"
                + " #','state':{'status':'completed','input':{'command':'run"
                + " #'},'output':'ok','title':'title #',"
                + "'metadata':{},'time':{'start':~,'end':~}}}]}";
    }
}
