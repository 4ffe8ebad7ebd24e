package taskglass.lab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Marks test classes that run once beside each of these versions of OpenCode, the oldest and the newest that Taskglass is
 * about and one between them; the class takes the version as its parameter. Like {@link NeedsOpenCode} it needs npm.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NeedsOpenCode
@ParameterizedClass(name = "OpenCode {0}")
@ValueSource(strings = {"1.2.27", "1.15.13", RealOpenCode.PINNED})
public @interface OnEachOpenCode {}
