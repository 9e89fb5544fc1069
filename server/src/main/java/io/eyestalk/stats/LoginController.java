package io.eyestalk.stats;

import io.eyestalk.shared.ClientAddressResolver.Origin;
import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The operator's way in and out. */
@Hidden
@RestController
@OnlyWithDashboard
@RequestMapping("/dashboard/api")
class LoginController {
    private final OperatorLogin login;
    private final DashboardProperties properties;

    LoginController(OperatorLogin login, DashboardProperties properties) {
        this.login = login;
        this.properties = properties;
    }

    /**
     * Who is logged in.
     *
     * @param operator null when nobody is
     */
    record Session(@Nullable String operator) {}

    /** Also gives the page its token against forged requests, by a cookie. */
    @GetMapping("/session")
    Session session(@Nullable Principal operator) {
        return new Session(operator == null ? null : operator.getName());
    }

    @PostMapping("/login")
    ResponseEntity<Session> logIn(@RequestBody LoginRequest request, Origin from) {
        var token = login.logIn(request.credentials(), from.address());
        var cookie = SessionCookie.of(token, properties.sessionLifetime(), from.secure());
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .body(new Session(properties.username()));
    }

    @PostMapping("/logout")
    ResponseEntity<Session> logOut(
            @CookieValue(name = SessionCookie.NAME, required = false) @Nullable String token,
            Origin from) {
        if (token != null) {
            login.logOut(token);
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.none(from.secure()).toString())
                .body(new Session(null));
    }
}
