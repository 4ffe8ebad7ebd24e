package taskglass.words;

import taskglass.task.AgentTask;
import taskglass.task.TreeSum;
import taskglass.task.Usage;

/**
 * What tasks have used up, in words: of a task always its own, with the sum of its tree beside it where others are below.
 * What may be short of the truth says so.
 */
public enum UsageWords {
    COST,
    TOKENS;

    private static final String UNKNOWN = "–";

    /** "$0.07", and with others below it "$0.07 ($0.12)"; "–" where nothing is known. */
    public String of(AgentTask task, TreeSum tree) {
        String own = task.run()
                .map(run -> of(run.tools().spent(), run.tools().exact()))
                .orElse(UNKNOWN);
        boolean more = tree.tasks() > 1 && (task.run().isPresent() || amount(tree.usage()) > 0);
        String all = of(tree);
        return more && !all.equals(UNKNOWN) ? Words.of("usage.of.tree", own, all) : own;
    }

    /** "$0.12", "≥ $0.12" where not all has been read, "–" where nothing has. */
    public String of(TreeSum sum) {
        return of(sum.usage(), sum.exact());
    }

    private String of(Usage usage, boolean exact) {
        if (exact) {
            return words(usage);
        }
        return amount(usage) == 0 ? UNKNOWN : Words.of("at.least", words(usage));
    }

    private double amount(Usage usage) {
        return switch (this) {
            case COST -> usage.cost();
            case TOKENS -> (double) usage.tokensIn() + usage.tokensOut();
        };
    }

    private String words(Usage usage) {
        return switch (this) {
            case COST -> Amounts.money(usage.cost());
            case TOKENS -> Amounts.brief(usage.tokensIn() + usage.tokensOut());
        };
    }
}
