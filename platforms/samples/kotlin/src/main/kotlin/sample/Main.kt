package sample

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.net.InetSocketAddress
import java.util.concurrent.CopyOnWriteArrayList
import org.telnyx4j.Telnyx
import org.telnyx4j.events.routing.EventRouter
import org.telnyx4j.generated.event.MessageEvent
import org.telnyx4j.generated.model.OutgoingMessage
import org.telnyx4j.webhooks.WebhookVerifier
import org.telnyx4j.webhooks.httpserver.WebhookHttpHandler

/** Webhooks and a send in Kotlin, whose compiler reads from the library what can be null. */
object Main {
    @JvmStatic
    fun main(args: Array<String>) {
        val telnyx = Telnyx.fromEnvironment()
        val events = CopyOnWriteArrayList<String>()
        val router = EventRouter.builder()
            .on(MessageEvent.Received::class.java) { event ->
                val text: String? = event.payload().text
                events.add("${event.type()} ${text?.length ?: 0}")
            }
            .build()

        val server = HttpServer.create(InetSocketAddress(System.getenv("PORT").toInt()), 0)
        server.createContext("/telnyx", WebhookHttpHandler(WebhookVerifier.fromEnvironment(), router))
        server.createContext("/events") { it.respond(events.joinToString("\n")) }
        server.createContext("/send") {
            val to = it.requestBody.readAllBytes().decodeToString()
            val message = OutgoingMessage.builder().to(to).text("Hi!").build()
            it.respond(telnyx.messages().send(message).id())
        }
        server.start()
    }

    private fun HttpExchange.respond(text: String) {
        val body = text.toByteArray()
        sendResponseHeaders(200, if (body.isEmpty()) -1 else body.size.toLong())
        responseBody.write(body)
        close()
    }
}
