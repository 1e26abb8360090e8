package org.telnyx4j.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An application's own Jackson, 2 or 3, writes and reads models as Telnyx does, in a controller or a job's payload. */
class ThroughJacksonTest {
    private static final com.fasterxml.jackson.databind.ObjectMapper JACKSON_2 =
            new com.fasterxml.jackson.databind.ObjectMapper()
                    .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final tools.jackson.databind.json.JsonMapper JACKSON_3 =
            tools.jackson.databind.json.JsonMapper.builder()
                    .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    record Job(String name, SampleModel payload, List<SampleStatus> statuses) {}

    @Test
    void jackson2_writesWhatTelnyxSent_andReadsItBack() throws Exception {
        SampleModel model = SampleModel.fromJson(WireFormTest.EVERYTHING);

        assertThat(JACKSON_2.writeValueAsString(model)).isEqualTo(WireFormTest.EVERYTHING);
        assertThat(JACKSON_2.readValue(WireFormTest.EVERYTHING, SampleModel.class))
                .isEqualTo(model);
        Job job = new Job("send", model, List.of(SampleStatus.SENT));
        assertThat(JACKSON_2.readValue(JACKSON_2.writeValueAsString(job), Job.class))
                .isEqualTo(job);
    }

    @Test
    void jackson3_writesWhatTelnyxSent_andReadsItBack() {
        SampleModel model = SampleModel.fromJson(WireFormTest.EVERYTHING);

        assertThat(JACKSON_3.writeValueAsString(model)).isEqualTo(WireFormTest.EVERYTHING);
        assertThat(JACKSON_3.readValue(WireFormTest.EVERYTHING, SampleModel.class))
                .isEqualTo(model);
        Job job = new Job("send", model, List.of(SampleStatus.SENT));
        assertThat(JACKSON_3.readValue(JACKSON_3.writeValueAsString(job), Job.class))
                .isEqualTo(job);
    }

    @Test
    void aMapperWithItsDefaults_readsRequestsThatHaveNoLongFractions() throws Exception {
        SampleModel model = SampleModel.fromJson("{\"to\":\"a\",\"cost\":1.5,\"timeout_secs\":30,\"parts\":\"x\"}");

        assertThat(new com.fasterxml.jackson.databind.ObjectMapper().readValue(model.toJson(), SampleModel.class))
                .isEqualTo(model);
        assertThat(new tools.jackson.databind.json.JsonMapper().readValue(model.toJson(), SampleModel.class))
                .isEqualTo(model);
    }
}
