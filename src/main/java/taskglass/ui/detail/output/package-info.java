/** The Output tab: a transcript as rows that are cheap to lay out, Markdown included. */
package taskglass.ui.detail.output;
