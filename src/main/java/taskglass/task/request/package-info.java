/** What a person asks for and is asked: launches, permissions, questions, answers, messages to parents. */
package taskglass.task.request;
