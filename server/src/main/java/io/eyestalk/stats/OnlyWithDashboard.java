package io.eyestalk.stats;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/**
 * A bean that is there only when the dashboard is on, which takes a password hash: there is no
 * default password. An empty property counts as none, as container files like to set it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression(
        "!environment.getProperty('eyestalk.dashboard.password-hash', '').isBlank()")
@interface OnlyWithDashboard {}
