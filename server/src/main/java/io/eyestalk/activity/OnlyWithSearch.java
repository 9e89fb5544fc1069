package io.eyestalk.activity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/**
 * A bean that is there only when a search engine is configured. An empty property counts as none,
 * as container files like to set it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("!environment.getProperty('eyestalk.activity.search.url', '').isBlank()")
@interface OnlyWithSearch {}
