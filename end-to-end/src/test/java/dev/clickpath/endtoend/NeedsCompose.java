package dev.clickpath.endtoend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that run the shop in containers. Where no engine answers they are left out, which
 * the end of the build says; with {@code -Dclickpath.leave-nothing-out} they run, and
 * fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ComposeCondition.class)
@interface NeedsCompose {

}
