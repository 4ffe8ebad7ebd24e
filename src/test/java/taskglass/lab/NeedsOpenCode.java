package taskglass.lab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests of a {@link RealOpenCode}: without npm they are skipped with a loud line, and in CI they fail. What each of
 * them leaves on the shared servers is taken away after it.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("opencode")
@ExtendWith({OpenCodeCondition.class, CleanSlate.class})
public @interface NeedsOpenCode {}
