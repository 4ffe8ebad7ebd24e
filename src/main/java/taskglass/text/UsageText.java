package taskglass.text;

import taskglass.task.Usage;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TreeSum;

/**
 * Formats the usage of tasks: always the task's own, followed by the sum of its tree if it has descendants. A value
 * that may be too low says so.
 */
public enum UsageText {
    COST,
    TOKENS;

    private static final String UNKNOWN = "–";

    /** "$0.07", and with descendants "$0.07 ($0.12)"; "–" if nothing is known. */
    public String of(AgentTask task, TreeSum tree) {
        String own = own(task);
        boolean more = tree.tasks() > 1 && (task.run().isPresent() || amount(tree.usage()) > 0);
        String all = of(tree);
        return more && !all.equals(UNKNOWN) ? Texts.of("usage.of.tree", own, all) : own;
    }

    /** The task's own amount alone. */
    public String own(AgentTask task) {
        return task.run()
                .map(run -> of(run.tools().spent(), run.tools().exact()))
                .orElse(UNKNOWN);
    }

    /** "$0.12", "≥ $0.12" if not everything has been read, "–" if nothing has. */
    public String of(TreeSum sum) {
        return of(sum.usage(), sum.exact());
    }

    private String of(Usage usage, boolean exact) {
        if (exact) {
            return text(usage);
        }
        return amount(usage) == 0 ? UNKNOWN : Texts.of("at.least", text(usage));
    }

    private double amount(Usage usage) {
        return switch (this) {
            case COST -> usage.cost();
            case TOKENS -> (double) usage.tokensIn() + usage.tokensOut();
        };
    }

    private String text(Usage usage) {
        return switch (this) {
            case COST -> Amounts.money(usage.cost());
            case TOKENS -> Amounts.brief(usage.tokensIn() + usage.tokensOut());
        };
    }
}
