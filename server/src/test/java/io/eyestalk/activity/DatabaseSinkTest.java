package io.eyestalk.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DatabaseSinkTest {
    private final ActivityTable table = ActivityTable.onH2();

    @Test
    void writesADocumentOnce() throws SinkAwayException {
        table.assertWritesADocumentOnce();
    }

    @Test
    void keepsEveryField() throws SinkAwayException {
        table.assertKeepsEveryField();
    }

    @Test
    void forgetsWhatIsOlderThanTheRetention() throws SinkAwayException {
        table.assertForgetsWhatIsOlderThanTheRetention();
    }

    @Test
    void refusesTheOneDocumentThatDoesNotFitAndWritesTheOthers() throws SinkAwayException {
        var tooLong = inRoom("r".repeat(101));

        var written =
                table.sink().write(List.of(Documents.numbered(1), tooLong, Documents.numbered(3)));

        assertThat(written.refused()).containsExactly(tooLong);
        assertThat(written.again()).isEmpty();
        assertThat(table.count()).isEqualTo(2);
    }

    @Test
    void saysThatItIsAwayWithoutQuotingWhatWasToBeWritten() {
        table.jdbc().sql("alter table activity drop column nickname").update();

        assertThatThrownBy(() -> table.sink().write(Documents.numbered(0, 3)))
                .isInstanceOf(SinkAwayException.class)
                .hasNoCause()
                .hasMessageNotContaining("room 1");
    }

    private static ActivityDocument inRoom(String room) {
        return new ActivityDocument(
                UUID.randomUUID(),
                ActivityKind.CREATE,
                room,
                "ann",
                null,
                Documents.NOON,
                "node-1",
                null);
    }
}
