package io.chask.visitor;

import io.chask.api.RateLimiter;
import io.chask.conversation.ConversationId;
import io.chask.edge.Problem;
import io.chask.edge.Refused;
import io.chask.edge.Request;
import io.chask.edge.Response;
import io.chask.rating.Rating;
import io.chask.rating.RatingResult;
import io.chask.rating.Ratings;
import io.chask.visitor.WidgetAccess.Guest;
import io.chask.wire.Reason;
import io.chask.wire.TextRules;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// What a visitor says of a conversation that was resolved.
final class RatingRoutes {

    private final WidgetAccess access;
    private final Ratings ratings;
    private final RateLimiter changes;
    private final Clock clock;

    RatingRoutes(WidgetAccess access, Ratings ratings, RateLimiter changes, Clock clock) {
        this.access = access;
        this.ratings = ratings;
        this.changes = changes;
        this.clock = clock;
    }

    record Wish(@Nullable Integer score, @Nullable String comment) {}

    record Body(
            boolean askable,
            @Nullable Integer score,
            @Nullable String comment) {}

    /// `GET /v1/widget/conversations/{id}/rating`
    Response get(Request request) {
        var guest = access.guest(request);
        boolean asked = guest.tenant().settings().rating();
        return switch (ratings.find(place(guest, request), guest.visitor().id())) {
            case RatingResult.Rated rated -> body(asked, rated.rating());
            case RatingResult.Open() -> body(false, null);
            case RatingResult.Unknown() -> throw new Refused(Reason.NOT_FOUND);
        };
    }

    /// `PUT /v1/widget/conversations/{id}/rating`
    Response put(Request request) {
        var guest = access.guest(request);
        var rating = rating(request.json(Wish.class));
        changes.takeFor(guest.visitor().id());
        if (!guest.tenant().settings().rating()) {
            throw new Refused(Reason.RATING_DISABLED);
        }
        return switch (ratings.rate(place(guest, request), guest.visitor().id(), rating, clock.instant())) {
            case RatingResult.Rated rated -> body(true, rated.rating());
            case RatingResult.Open() -> throw new Refused(Reason.CONVERSATION_OPEN);
            case RatingResult.Unknown() -> throw new Refused(Reason.NOT_FOUND);
        };
    }

    private static ConversationId place(Guest guest, Request request) {
        return new ConversationId(guest.visitor().organization(), request.pathId("id"));
    }

    private static Rating rating(Wish wish) {
        int score = Texts.required("score", wish.score());
        if (score < Rating.LEAST || score > Rating.MOST) {
            throw new Refused(Problem.field("score", "must be " + Rating.LEAST + " to " + Rating.MOST));
        }
        return new Rating(score, comment(wish.comment()));
    }

    private static @Nullable String comment(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.codePointCount(0, text.length()) > Rating.LONGEST_COMMENT) {
            throw new Refused(Problem.field("comment", "must have at most " + Rating.LONGEST_COMMENT + " characters"));
        }
        if (!TextRules.storable(text)) {
            throw new Refused(Problem.field("comment", "has characters that are not allowed"));
        }
        return text.strip();
    }

    private static Response body(boolean askable, @Nullable Rating rating) {
        return Response.json(
                200,
                rating == null ? new Body(askable, null, null) : new Body(askable, rating.score(), rating.comment()));
    }
}
