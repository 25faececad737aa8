package nl.schakel.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leads the addresses that stand outside the portal by convention to the controllers that answer them. */
@WebServlet({"", "/toegankelijkheid", "/privacy", "/problemen/*", "/.well-known/security.txt"})
public class FrontDoor extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getRequestURI().replace("/.well-known/", "/");
        request.getRequestDispatcher("/" + PageApplication.PATH + path).forward(request, response);
    }
}
