# asyncio: a server and its clients, several at once.
import asyncio

served = []


async def serve(reader, writer):
    while True:
        line = await reader.readline()
        if not line:
            break
        served.append(line)
        writer.write(b"you said " + line)
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def ask(port, name):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for i in range(5):
        line = b"%s %d\n" % (name, i)
        writer.write(line)
        await writer.drain()
        equal(await reader.readline(), b"you said " + line)
        await asyncio.sleep_ms(1)
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 5003)
    await asyncio.wait_for(asyncio.gather(ask(5003, b"a"), ask(5003, b"b"), ask(5003, b"c")), 10)
    reader, writer = await asyncio.open_connection(HOST, TCP_ECHO)
    writer.write(b"outside\n")
    await writer.drain()
    equal(await reader.readline(), b"outside\n")
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()


asyncio.run(main())
equal(len(served), 15)
none_open()
