import io.chask.token.ChaskIdentity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives the user who is signed in a token for the chat. */
@WebServlet("/chask-token")
public class ChaskTokenServlet extends HttpServlet {

    private final transient ChaskIdentity chask =
            new ChaskIdentity(System.getenv("CHASK_ORGANIZATION"), System.getenv("CHASK_SECRET"));

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var user = request.getUserPrincipal();
        if (user == null) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setContentType("text/plain");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(chask.token(user.getName()));
    }
}
