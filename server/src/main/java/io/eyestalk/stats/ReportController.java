package io.eyestalk.stats;

import io.eyestalk.shared.ClientAddress;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The door for anonymous reports of browsers about their calls. */
@Hidden
@RestController
@OnlyWithDashboard
class ReportController {
    private final CallReports reports;

    ReportController(CallReports reports) {
        this.reports = reports;
    }

    /** Who asks not to be tracked (Global Privacy Control, Do Not Track) is not counted. */
    @PostMapping("/api/reports")
    ResponseEntity<Void> report(
            @RequestBody ClientReport.Body body,
            @RequestHeader(name = "Sec-GPC", defaultValue = "") String privacyControl,
            @RequestHeader(name = "DNT", defaultValue = "") String doNotTrack,
            ClientAddress from) {
        if (!privacyControl.equals("1") && !doNotTrack.equals("1")) {
            reports.take(body, from);
        }
        return ResponseEntity.noContent().build();
    }
}
