"use strict";
(() => {
  const read = id => document.getElementById(id).textContent;
  const report = JSON.parse(read("report-data"));
  const several = report.objects.length > 1;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paper = matchMedia("print");
  const style = getComputedStyle(document.documentElement);
  const color = name => style.getPropertyValue(`--${name}`).trim();
  const objectColor = i => color(`c${i % 8}`);
  const splitColors = { train: "c0", validation: "c1", test: "c2", none: "c3" };
  const dashes = { train: "dot", validation: "solid", test: "dash", none: "solid" };
  const hidden = new Set();
  const drawn = new Set();
  let logarithmic = false;

  const load = async () => {
    const bytes = Uint8Array.from(atob(read("plotly")), c => c.charCodeAt(0));
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const script = document.createElement("script");
    script.textContent = await new Response(plain).text();
    document.head.append(script);
    if (!window.Plotly) throw new Error("its script was not allowed to run");
  };

  const nameOf = curve => [several ? report.objects[curve.object] : "", curve.label].filter(part => part).join(" ");

  // A band is filled piece by piece, because a gap in the middle of one would be filled too.
  const bands = (curve, fill) => {
    const pieces = [];
    let piece = [];
    curve.x.forEach((x, i) => {
      if (x === null || curve.low[i] === null || curve.high[i] === null) piece = [];
      else {
        if (piece.length === 0) pieces.push(piece);
        piece.push(i);
      }
    });
    return pieces.filter(indexes => indexes.length > 1).map(indexes => ({
      type: "scatter", mode: "lines", fill: "toself", fillcolor: fill, opacity: 0.35, line: { width: 1, color: fill }, hoverinfo: "skip", showlegend: false,
      x: [...indexes.map(i => curve.x[i]), ...indexes.map(i => curve.x[i]).reverse()],
      y: [...indexes.map(i => curve.high[i]), ...indexes.map(i => curve.low[i]).reverse()],
    }));
  };

  const curveTraces = (chart, curve, place) => {
    const tone = several ? objectColor(curve.object) : chart.curves.length === 1 ? color("c0") : curve.split === "none" ? objectColor(place) : color(splitColors[curve.split]);
    const name = nameOf(curve) || chart.name;
    const line = {
      type: "scatter", name, mode: curve.x.length <= 40 ? "lines+markers" : "lines", x: curve.x, y: curve.y, connectgaps: false,
      line: { color: tone, width: 2, dash: several ? dashes[curve.split] : "solid" }, marker: { color: tone, size: curve.x.length === 1 ? 9 : 5 },
      hovertemplate: "%{y:.6g}<extra>%{fullData.name}</extra>",
    };
    const odd = {
      type: "scatter", mode: "markers", yaxis: "y2", showlegend: false, x: curve.odd.map(mark => mark[0]), y: curve.odd.map(() => 0.02),
      marker: { color: tone, symbol: "x", size: 8 }, text: curve.odd.map(mark => mark[1]), hovertemplate: "%{text}<extra>%{fullData.name}</extra>", name,
    };
    return [...(curve.low ? bands(curve, tone) : []), line, ...(curve.odd.length ? [odd] : [])];
  };

  const options = { responsive: true, displaylogo: false, modeBarButtons: [["toImage", "zoom2d", "pan2d", "resetScale2d"]] };

  const legend = { orientation: "h", xref: "container", x: 0, yref: "container", y: 0, yanchor: "bottom" };

  const axis = more => ({ gridcolor: color("line"), zerolinecolor: color("line"), linecolor: color("line"), automargin: true, ...more });

  const baseLayout = more => ({
    paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", font: { color: color("text"), family: "system-ui, sans-serif", size: 12 },
    modebar: { bgcolor: "rgba(0,0,0,0)", color: color("quiet"), activecolor: color("accent") },
    hoverlabel: { bgcolor: color("card"), bordercolor: color("line"), font: { color: color("text") } }, ...more,
  });

  // As wide as half a sheet: a browser prints before it would tell how wide its columns have become.
  const size = () => paper.matches ? { width: 330, height: 300, autosize: false } : { autosize: true };

  const drawChart = element => {
    const chart = report.charts[element.dataset.chart];
    // Of many runs, the boxes above all charts are the legend.
    const isCrowded = chart.curves.length > 16;
    element.style.setProperty("--legend-rows", isCrowded ? 0 : Math.max(0, Math.ceil(chart.curves.length / 2) - 2));
    const traces = chart.curves.flatMap((curve, i) => hidden.has(curve.object) ? [] : curveTraces(chart, curve, i));
    return Plotly.react(element, traces, baseLayout({
      ...size(), margin: { l: 8, r: 8, t: 26, b: 8 }, hovermode: isCrowded ? "closest" : "x unified",
      showlegend: chart.curves.length > 1 && !isCrowded,
      legend,
      xaxis: axis({ title: { text: "step", standoff: 6 } }),
      yaxis: axis({ type: logarithmic ? "log" : "linear", exponentformat: "power" }),
      yaxis2: { overlaying: "y", range: [0, 1], visible: false, fixedrange: true },
    }), options);
  };

  // The figures were made for white paper: what is black on it takes the colour of the text here.
  const recolored = value => {
    if (Array.isArray(value)) return value.map(recolored);
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, recolored(inner)]));
    return value === "#000000" ? color("text") : value === "#E5E5E5" || value === "#BBBBBB" ? color("line") : value;
  };

  const drawFigure = element => {
    const figure = recolored(report.figures[element.dataset.figure]);
    const title = figure.layout.title?.text;
    return Plotly.react(element, figure.data, {
      ...figure.layout, ...baseLayout(size()), title: title ? { text: title, font: { size: 14 } } : undefined, margin: { l: 8, r: 8, t: title ? 56 : 26, b: 8 },
      legend,
    }, options);
  };

  const draw = async element => {
    try {
      await (element.dataset.chart === undefined ? drawFigure(element) : drawChart(element));
      drawn.add(element);
    } catch (error) {
      element.classList.add("failed");
      element.textContent = `This chart cannot be drawn: ${error.message}`;
    }
  };

  const all = [...document.querySelectorAll(".plot")];
  const isOpen = element => element.offsetParent !== null;
  const redraw = () => Promise.all([...drawn].map(draw));

  const watch = () => {
    const observer = new IntersectionObserver(entries => {
      for (const entry of entries.filter(seen => seen.isIntersecting)) {
        observer.unobserve(entry.target);
        draw(entry.target).then(() => document.body.dataset.drawn = drawn.size);
      }
    }, { rootMargin: "600px" });
    all.forEach(element => observer.observe(element));
  };

  const listen = () => {
    document.querySelector(".controls")?.addEventListener("change", event => {
      const box = event.target;
      if (box.id === "log-scale") logarithmic = box.checked;
      else if (box.checked) hidden.delete(Number(box.dataset.object));
      else hidden.add(Number(box.dataset.object));
      redraw();
    });
    document.querySelector(".controls")?.addEventListener("submit", event => event.preventDefault());
    dark.addEventListener("change", redraw);
    // Whatever is open is printed, also what nobody has scrolled to, in the colours of paper.
    paper.addEventListener("change", () => all.filter(element => drawn.has(element) || isOpen(element)).forEach(draw));
  };

  load().then(() => { listen(); watch(); }, error => all.forEach(element => {
    element.classList.add("failed");
    element.textContent = `This browser cannot draw charts: ${error.message}`;
  }));
})();
