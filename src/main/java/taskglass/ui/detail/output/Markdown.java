package taskglass.ui.detail.output;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import taskglass.task.TextCut;
import taskglass.task.transcript.Part.Place;

/** Converts Markdown text to rows: one each per paragraph, list item, heading and chunk of code lines. */
final class Markdown extends AbstractVisitor {
    /** The most lines of code in one row: a row is always laid out as a whole. */
    static final int LINES = 40;

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final Place place;
    private final OutputRow.Voice voice;
    private final List<OutputRow> rows = new ArrayList<>();
    private OutputRow.Shape shape = OutputRow.Shape.PLAIN;
    private String marker = "";
    private int indent = -1;

    private Markdown(Place place, OutputRow.Voice voice) {
        this.place = place;
        this.voice = voice;
    }

    static List<OutputRow> rows(Place place, OutputRow.Voice voice, String text) {
        Markdown reader = new Markdown(place, voice);
        PARSER.parse(text).accept(reader);
        return reader.rows;
    }

    @Override
    public void visit(Paragraph paragraph) {
        prose(paragraph, shape);
    }

    @Override
    public void visit(Heading heading) {
        prose(heading, OutputRow.Shape.HEADING);
    }

    private void prose(Node block, OutputRow.Shape how) {
        rows.add(new OutputRow.Prose(place, voice, how, Math.max(0, indent), marker, TextSpans.of(block)));
        marker = "";
    }

    @Override
    public void visit(BlockQuote quote) {
        OutputRow.Shape outer = shape;
        shape = OutputRow.Shape.QUOTE;
        visitChildren(quote);
        shape = outer;
    }

    @Override
    public void visit(BulletList list) {
        items(list, item -> "•");
    }

    @Override
    public void visit(OrderedList list) {
        Integer from = list.getMarkerStartNumber();
        int[] number = {from == null ? 1 : from};
        items(list, item -> number[0]++ + ".");
    }

    private void items(Node list, java.util.function.Function<Node, String> markers) {
        indent++;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            marker = markers.apply(item);
            item.accept(this);
        }
        indent--;
    }

    @Override
    public void visit(ListItem item) {
        visitChildren(item);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        code(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        code(code.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        code(html.getLiteral());
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            code(TableText.of(table));
        } else {
            visitChildren(block);
        }
    }

    @Override
    public void visit(ThematicBreak line) {
        rows.add(new OutputRow.Rule(place));
    }

    private void code(String literal) {
        chunks(literal).forEach(lines -> rows.add(new OutputRow.Code(place, voice, Math.max(0, indent), lines)));
    }

    /** Splits a text into chunks of a fixed number of lines. A very long line is split as well. */
    static List<String> chunks(String text) {
        List<String> lines = text.stripTrailing().lines().toList();
        List<String> chunks = new ArrayList<>();
        StringBuilder chunk = new StringBuilder();
        int count = 0;
        for (String line : lines) {
            if (count > 0) {
                chunk.append('\n');
            }
            chunk.append(line);
            count += 1 + line.length() / 100;
            if (count >= LINES) {
                cut(chunk.toString(), chunks);
                chunk.setLength(0);
                count = 0;
            }
        }
        if (count > 0) {
            cut(chunk.toString(), chunks);
        }
        return chunks;
    }

    private static void cut(String chunk, List<String> chunks) {
        int most = LINES * 100;
        String rest = chunk;
        while (rest.length() > most) {
            String first = TextCut.beginning(rest, most);
            chunks.add(first);
            rest = rest.substring(first.length());
        }
        chunks.add(rest);
    }
}
