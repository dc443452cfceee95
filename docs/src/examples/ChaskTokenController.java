import io.chask.token.ChaskIdentity;
import java.security.Principal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives the user who is signed in a token for the chat. */
@RestController
public class ChaskTokenController {

    private final ChaskIdentity chask;

    public ChaskTokenController(
            @Value("${chask.organization}") String organization, @Value("${chask.secret}") String secret) {
        this.chask = new ChaskIdentity(organization, secret);
    }

    @GetMapping(path = "/chask-token", produces = "text/plain")
    public ResponseEntity<String> token(Principal user) {
        if (user == null) {
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(chask.token(user.getName()));
    }
}
