package taskglass.task.transcript;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import taskglass.task.transcript.Part.Place;
import taskglass.task.transcript.Part.Text;

/** The known messages and parts of one session, in order; of a long session, the newest ones. */
public final class PartLog {
    /** Characters kept of one session, two bytes each at worst. */
    static final long MOST = 16_000_000;

    private final long most;
    private final NavigableMap<String, Turn> turns = new TreeMap<>();
    private final NavigableMap<Place, Part> parts = new TreeMap<>();
    private long size;
    private boolean trimmed;

    public PartLog() {
        this(MOST);
    }

    PartLog(long most) {
        this.most = most;
    }

    /** All parts, oldest first. */
    public Collection<Part> parts() {
        return Collections.unmodifiableCollection(parts.values());
    }

    /** All positions: those of the parts, and one after the last part of each message for the message itself. */
    public NavigableSet<Place> places() {
        NavigableSet<Place> places = new TreeSet<>(parts.keySet());
        turns.keySet().forEach(message -> places.add(Place.endOf(message)));
        return places;
    }

    /** The parts of one message. */
    public Collection<Part> parts(String message) {
        return Collections.unmodifiableCollection(of(message).values());
    }

    /** All messages, newest first. */
    public Collection<Turn> newestTurns() {
        return Collections.unmodifiableCollection(turns.descendingMap().values());
    }

    public Optional<Part> find(Place place) {
        return Optional.ofNullable(parts.get(place));
    }

    public Optional<Turn> turn(String message) {
        return Optional.ofNullable(turns.get(message));
    }

    /** All messages, oldest first. */
    public Collection<Turn> turns() {
        return Collections.unmodifiableCollection(turns.values());
    }

    /** Whether older parts were evicted, or would have to be, to stay within the limit. */
    public boolean full() {
        return trimmed || size >= most;
    }

    /** Applies updates. Returns the positions at which something was added, changed or removed. */
    public NavigableSet<Place> apply(List<PartUpdate> updates) {
        NavigableSet<Place> touched = new TreeSet<>();
        updates.forEach(update -> apply(update, touched));
        trim(touched);
        return touched;
    }

    /**
     * Notes that the stream was interrupted: an answer that is being written will have a gap. The gap is marked once.
     */
    public NavigableSet<Place> interrupted() {
        NavigableSet<Place> touched = new TreeSet<>();
        List.copyOf(parts.values()).forEach(part -> {
            if (part instanceof Text text && text.open() && text.whole() && mayGoOn(text)) {
                put(text.broken(), touched);
            }
        });
        return touched;
    }

    /** Whether more of a text may follow. Prompts do not grow, although no server reports their end. */
    private boolean mayGoOn(Text text) {
        boolean prompt = turn(text.place().message()).filter(Turn::prompt).isPresent();
        return !prompt && !closed(text.place()) && text.text().length() > 0;
    }

    /** Removes everything. Returns the positions that were in use. */
    public NavigableSet<Place> clear() {
        NavigableSet<Place> touched = places();
        parts.clear();
        turns.clear();
        size = 0;
        trimmed = false;
        return touched;
    }

    /** Whether its message is over, so that nothing more will be written in it. */
    public boolean closed(Place place) {
        return turn(place.message()).flatMap(Turn::ended).isPresent();
    }

    private void apply(PartUpdate update, NavigableSet<Place> touched) {
        switch (update) {
            case PartUpdate.Turned(Turn turn) -> updateTurn(turn, touched);
            case PartUpdate.Changed(Part part) -> put(part.after(parts.getOrDefault(part.place(), part)), touched);
            case PartUpdate.Grew(Place place, String piece) -> grow(place, piece, touched);
            case PartUpdate.Gone(String message, Optional<String> part) -> remove(message, part, touched);
            case PartUpdate.Planned _, PartUpdate.FilesChanged _ -> {}
        }
    }

    /** Updates a message. Its end and its author also show at its parts. */
    private void updateTurn(Turn turn, NavigableSet<Place> touched) {
        Turn before = turns.put(turn.id(), turn);
        if (!turn.equals(before)) {
            touched.addAll(of(turn.id()).keySet());
            touched.add(Place.endOf(turn.id()));
        }
    }

    private NavigableMap<Place, Part> of(String message) {
        return parts.subMap(Place.startOf(message), true, Place.endOf(message), false);
    }

    private void grow(Place place, String piece, NavigableSet<Place> touched) {
        Part known = parts.get(place);
        if (known == null) {
            put(new Text(place, false, ClippedText.of(piece), Part.Span.UNKNOWN, false), touched);
        } else if (known instanceof Text text && text.open()) {
            put(text.grown(piece), touched);
        }
    }

    private void put(Part part, NavigableSet<Place> touched) {
        Part before = parts.put(part.place(), part);
        size += part.size() - (before == null ? 0 : before.size());
        if (!part.equals(before)) {
            touched.add(part.place());
        }
    }

    private void remove(String message, Optional<String> part, NavigableSet<Place> touched) {
        if (part.isEmpty()) {
            turns.remove(message);
        }
        List<Place> places = part.map(id -> List.of(new Place(message, id)))
                .orElseGet(() -> List.copyOf(of(message).keySet()));
        places.forEach(place -> drop(place, touched));
    }

    private void drop(Place place, NavigableSet<Place> touched) {
        Part part = parts.remove(place);
        if (part != null) {
            size -= part.size();
            touched.add(place);
        }
    }

    private void trim(NavigableSet<Place> touched) {
        while (size > most && parts.size() > 1) {
            Place oldest = parts.firstKey();
            drop(oldest, touched);
            turns.headMap(parts.firstKey().message()).clear();
            trimmed = true;
        }
    }
}
