package io.eyestalk.stats;

import io.eyestalk.stats.ActivityCounts.RoomMessage;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The dashboard's numbers, for whoever is logged in. */
@Hidden
@RestController
@OnlyWithDashboard
@RequestMapping("/dashboard/api")
class NumbersController {
    /** Behind every id: they are hexadecimal digits and hyphens. */
    private static final String BEHIND_ALL = "g";

    private final Numbers numbers;
    private final ActivityNumbers activity;

    NumbersController(Numbers numbers, ActivityNumbers activity) {
        this.numbers = numbers;
        this.activity = activity;
    }

    /** Today begins at midnight in that zone. */
    @GetMapping("/overview")
    Overview overview(@RequestParam(defaultValue = "UTC") String zone) {
        return numbers.overview(Tables.zone(zone));
    }

    /** What was said in rooms of that title, newest first, 100 at a time, encrypted. */
    @GetMapping("/messages")
    List<RoomMessage> messages(
            @RequestParam String room, @RequestParam(defaultValue = BEHIND_ALL) String before) {
        return activity.messagesOf(room, before);
    }

    /** A chart as a file; times as the clocks of the zone show them. */
    @GetMapping("/csv/{chart}")
    ResponseEntity<String> csv(
            @PathVariable String chart, @RequestParam(defaultValue = "UTC") String zone) {
        var clocks = Tables.zone(zone);
        var table = Tables.of(chart, numbers.overview(clocks), clocks);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8;header=present")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"eyestalk-" + chart + ".csv\"")
                .body(Csv.of(table));
    }
}
