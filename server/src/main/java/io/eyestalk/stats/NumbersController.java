package io.eyestalk.stats;

import io.swagger.v3.oas.annotations.Hidden;
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
    private final Numbers numbers;

    NumbersController(Numbers numbers) {
        this.numbers = numbers;
    }

    @GetMapping("/overview")
    Overview overview() {
        return numbers.overview();
    }

    /** A chart as a file; times as the clocks of the zone show them. */
    @GetMapping("/csv/{chart}")
    ResponseEntity<String> csv(
            @PathVariable String chart, @RequestParam(defaultValue = "UTC") String zone) {
        var table = Tables.of(chart, numbers.overview(), Tables.zone(zone));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8;header=present")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"eyestalk-" + chart + ".csv\"")
                .body(Csv.of(table));
    }
}
