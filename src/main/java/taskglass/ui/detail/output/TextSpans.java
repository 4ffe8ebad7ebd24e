package taskglass.ui.detail.output;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Splits the inline content of a paragraph into pieces of uniform style. */
final class TextSpans extends AbstractVisitor {
    private final List<TextSpan> spans = new ArrayList<>();
    private final Set<TextSpan.Style> styles = EnumSet.noneOf(TextSpan.Style.class);

    private Optional<URI> leadsTo = Optional.empty();

    private TextSpans() {}

    static List<TextSpan> of(Node block) {
        TextSpans reader = new TextSpans();
        reader.visitChildren(block);
        return List.copyOf(reader.spans);
    }

    @Override
    public void visit(Text text) {
        add(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        within(TextSpan.Style.CODE, () -> add(code.getLiteral()));
    }

    @Override
    public void visit(Emphasis emphasis) {
        within(TextSpan.Style.ITALIC, () -> visitChildren(emphasis));
    }

    @Override
    public void visit(StrongEmphasis strong) {
        within(TextSpan.Style.BOLD, () -> visitChildren(strong));
    }

    @Override
    public void visit(Link link) {
        Optional<URI> outer = leadsTo;
        leadsTo = WebLink.of(link.getDestination());
        within(TextSpan.Style.LINK, () -> visitChildren(link));
        leadsTo = outer;
    }

    @Override
    public void visit(HtmlInline html) {
        add(html.getLiteral());
    }

    /**
     * Keeps line breaks. A model that ends a line means it: not all models know that Markdown would join the two lines.
     */
    @Override
    public void visit(SoftLineBreak end) {
        add("\n");
    }

    @Override
    public void visit(HardLineBreak end) {
        add("\n");
    }

    private void within(TextSpan.Style style, Runnable content) {
        boolean fresh = styles.add(style);
        content.run();
        if (fresh) {
            styles.remove(style);
        }
    }

    private void add(String text) {
        spans.add(new TextSpan(text, Set.copyOf(styles), leadsTo));
    }
}
